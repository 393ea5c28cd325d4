"""What holds for all tests: Ctrl-C reaches the commands that they start, wherever they themselves were started."""

from __future__ import annotations

import signal
import threading

# A shell starts what is to run in the background with this signal ignored, and so would every command below it be.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)
