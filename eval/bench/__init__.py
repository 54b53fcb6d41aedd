"""What Quoth costs: beside other systems, stage by stage, over HTTP and in a browser.

The command of the first is `quoth bench`: time, memory and disk against size, on the same texts and questions. `texts`
makes them or lays one's own out on disk; `engines` and `rivals` are what is measured, `child` is the process in which
one of them is, `processes` starts it and holds it to its limits, `limit` measures what the machine can do; `run` goes
through all sizes, `measure` through the phases of one system, `records` hold what came of it and `reports` show it.
`clusters` makes libraries in ClickHouse to be measured, and `question_costs` watches their servers. By themselves stand
`stages`, where the time of an answer goes, and `serving`. Nothing is imported here, so that the command's help stays
quick.
"""
