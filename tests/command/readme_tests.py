"""The README's commands, run as they stand there."""
import gzip
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
            data = harness.SOURCE / 'data'
            (work / 'pages').symlink_to(data / 'pages')
            export = (data / 'articles' / 'le-grand-fanal.jsonl').read_bytes()
            (work / 'export.jsonl').write_bytes(export)
            (work / 'export.jsonl.gz').write_bytes(gzip.compress(export))
            (work / 'page.html').write_bytes(min((data / 'pages').glob('*.html')).read_bytes())
            (work / 'flux.xml').write_bytes((data / 'feeds' / 'valbrune.xml').read_bytes())
            for command in commands:
                with self.subTest(command):
                    env = harness.environment(PATH=f'{work}/bin:/usr/bin:/bin')
                    done = subprocess.run(['sh', '-c', command], cwd=work, env=env, capture_output=True,
                                          timeout=harness.TIMEOUT, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertTrue(done.stdout or 'index' in shlex.split(command), command)
