#!/usr/bin/env python3
"""The command, from outside: run.py PATH_TO_KIOSQUE SOURCE_DIR [unittest arguments]

Exit statuses, JSON forms, bad inputs, signals, pipes and terminals. Everything happens in temporary
folders; every command has a minute at most.
"""
import os
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # the source folder stays as it is

import harness  # noqa: E402
from article_tests import *  # noqa: E402,F403
from clean_tests import *  # noqa: E402,F403
from export_tests import *  # noqa: E402,F403
from families_tests import *  # noqa: E402,F403
from fields_tests import *  # noqa: E402,F403
from input_tests import *  # noqa: E402,F403
from readme_tests import *  # noqa: E402,F403
from search_tests import *  # noqa: E402,F403
from stream_tests import *  # noqa: E402,F403
from suggest_tests import *  # noqa: E402,F403
from timeline_tests import *  # noqa: E402,F403
from usage_tests import *  # noqa: E402,F403

if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    harness.KIOSQUE = os.path.abspath(sys.argv[1])
    harness.SOURCE = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
