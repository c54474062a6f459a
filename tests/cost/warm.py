"""Loaded by the process that all measuring processes are forked from: everything has been used once there."""

import gc

from cost.measure import warm_up

warm_up()
gc.freeze()
