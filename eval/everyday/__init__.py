"""Everyday documents and what people ask of them: leases, policies, minutes, price lists, FAQs and chats.

Two halves, parted by document: `choose`, on which rules, features and thresholds may be chosen, and `report`, which is
only reported: its questions, misses and kinds are shown nowhere. Each is a set in Quoth's own format (`eval/sets`) with
its documents beside it; a question says of which document it is asked, also where that does not answer it. The
documents and the questions were written for this project, of invented people and places, and have its licence; they
were finished before anything was measured on them.
"""
