"""What fits the shipped models, and a library's calibration.

The commands are `train_scoring`, `train_choice` and `train_focus`. `scoring_sets`, `evidence` and `confidence` are of
the first, with `listwise` for the weights of terms; the folder `focus` of the last. `boosting` fits trees, `regression`
the weights of a few features. `calibrate` is behind `quoth eval --calibrate`, and `calibration_report` says what came
of it.
"""
