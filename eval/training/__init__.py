"""What fits the shipped models, and a library's calibration.

The commands are `train_scoring`, `train_choice`, `train_focus` and `train_reader`. `scoring_sets`, `evidence` and
`confidence` are of the first, with `listwise` for the weights of terms; the folders `focus` and `reader` of the last
two. `boosting` fits trees, `regression` the weights of a few features. `calibrate` is behind `quoth eval --calibrate`,
and `calibration_report` says what came of it.
"""
