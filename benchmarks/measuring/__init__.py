"""How things are measured: in turns, with peak memory, printed as tables beside their goals."""
