"""A coverage-guided fuzzer (atheris, which is libFuzzer for Python) for all that reads what others wrote.

    python -m benchmarks.fuzzing [--minutes 5] [--only captures containers pages queries records]

`targets` says what is tried and what must hold, `corpus` what the fuzzer begins with, `one` is the process that
fuzzes, `__main__` runs them and prints the figures. Inputs that fail are put into tests/fuzzing/failed, where a test
reruns all of them for ever. It stands on "pip install '.[fuzzing]'".
"""
