"""What Quoth costs beside other systems, on the same texts and questions: time, memory and disk against size.

The command is `quoth bench`. `generator` makes texts and `questions` asks about them, `corpora` lays them out on disk;
`engines` and `rivals` are what is measured, `child` is the process in which one of them is, `processes` starts it and
holds it to its limits, `limit` measures what the machine can do; `run` goes through all sizes and `report` shows what
came of it. Nothing is imported here, so that the command's help stays quick.
"""
