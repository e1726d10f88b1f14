"""The README's commands, run as they stand there."""
import re
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

import harness


class Readme(unittest.TestCase):
    def test_every_command_of_the_readme_runs(self):
        readme = (harness.SOURCE / 'README.md').read_text(encoding='utf-8')
        blocks = re.findall(r'^```\n(.*?)^```$', readme, re.M | re.S)
        commands = [line.split('  #')[0].strip() for block in blocks for line in block.splitlines()
                    if re.match(r'(\S+ .*\| )?kiosque ', line)]
        self.assertGreaterEqual(len(commands), 4)
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            (work / 'bin').mkdir()
            (work / 'bin' / 'kiosque').symlink_to(Path(harness.KIOSQUE).resolve())
            (work / 'pages').symlink_to(harness.SOURCE / 'data' / 'pages')
            export = (harness.SOURCE / 'data' / 'articles' / 'le-grand-fanal.jsonl').read_bytes()
            (work / 'export.jsonl').write_bytes(export)
            (work / 'page.txt').write_bytes(next((harness.SOURCE / 'data' / 'pages').glob('*.txt')).read_bytes())
            # What the README unpacks with another program is plain here.
            (work / 'bin' / 'zstdcat').write_text('#!/bin/sh\nexec cat export.jsonl\n')
            (work / 'bin' / 'zstdcat').chmod(0o755)
            for command in commands:
                with self.subTest(command):
                    env = harness.environment(PATH=f'{work}/bin:/usr/bin:/bin')
                    done = subprocess.run(['sh', '-c', command], cwd=work, env=env, capture_output=True,
                                          timeout=harness.TIMEOUT, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout or 'index' in shlex.split(command), command)
