"""Faults put in the way of the commands that write, hundreds of them, and what they leave behind.

`python -m benchmarks.faults --help` says how to run it. `operations` are what is done, `running` does it, `tracing`
puts faults into the calls that touch the disk and writes these calls down, `watching` reads from them what was done to
the disk, `power` works out what a loss of power may leave of that, `judging` tells whether anything was lost, `cases`
puts a fault and what follows together. `calls`, `room`, `losses` and `spoiling` are the faults, `kinds` lists them.
"""
