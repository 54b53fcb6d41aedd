"""Tables on a PDF's pages: found by what is ruled and how their cells stand, written a sentence a row."""
