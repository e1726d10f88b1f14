"""What the tests of the command share: running it, on pipes or a terminal; a sample archive."""
import fcntl
import json
import os
import pty
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import time
import unittest
from pathlib import Path

KIOSQUE = ''  # the command's path and the source folder, set by run.py
SOURCE = Path()
TIMEOUT = 60


def environment(**extra):
    env = {name: value for name, value in os.environ.items()
           if not name.startswith('LC_') and name not in ('LANG', 'NO_COLOR', 'COLUMNS')}
    return {**env, 'LC_ALL': 'C', 'TERM': 'xterm', **extra}


def kiosque(*arguments, stdin=b'', **extra):
    """Runs the command; its output as text, any bytes kept."""
    result = subprocess.run([KIOSQUE, *map(str, arguments)], input=stdin, capture_output=True,
                            timeout=TIMEOUT, env=environment(**extra))
    result.stdout = result.stdout.decode('utf-8', 'surrogateescape')
    result.stderr = result.stderr.decode('utf-8', 'surrogateescape')
    return result


def start(*arguments, **streams):
    """The command at work, its streams as for subprocess.Popen."""
    return subprocess.Popen([KIOSQUE, *map(str, arguments)], env=environment(), **streams)


def on_terminal(*arguments, columns=80, **extra):
    """Runs the command on a terminal of its own: (what the terminal received, exit status)."""
    terminal, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    process = subprocess.Popen([KIOSQUE, *map(str, arguments)], stdin=inner, stdout=inner,
                               stderr=inner, env=environment(**extra))
    os.close(inner)
    received, end = b'', time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            received += os.read(terminal, 65536)
        except OSError:  # how Linux tells that the other side is closed
            break
    else:
        process.kill()
    os.close(terminal)
    return received.decode('utf-8', 'replace'), process.wait(TIMEOUT)


def lines(text):
    return [json.loads(line) for line in text.split('\n') if line]


def article(number, **members):
    return {'id': f'n{number}', 'title': f'Article numéro {number}',
            'body': 'Le conseil municipal a voté la réforme.', 'published': '2021-03-04', **members}


def jsonl(*objects):
    return ''.join(json.dumps(o, ensure_ascii=False) + '\n' for o in objects).encode()


class CommandTest(unittest.TestCase):
    """A temporary folder for each test; one archive of the sample corpus for all of a class."""

    @classmethod
    def setUpClass(cls):
        cls.shared = Path(tempfile.mkdtemp(prefix='kiosque-'))
        cls.addClassCleanup(shutil.rmtree, cls.shared, ignore_errors=True)
        cls.archive = cls.shared / 'sample.kiosque'
        cls.articles = SOURCE / 'data' / 'articles'
        cls.corpus = [json.loads(line) for path in sorted(cls.articles.glob('*.jsonl'))
                      for line in path.read_text(encoding='utf-8').splitlines()]
        result = kiosque('index', cls.archive, cls.articles)
        if result.returncode != 0:
            raise AssertionError(f'the sample corpus cannot be indexed: {result.stderr}')

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='kiosque-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def expect(self, status, *arguments, **options):
        """Runs the command; it has to end with this status (None: with any)."""
        result = kiosque(*arguments, **options)
        if status is not None:
            told = f'{arguments}\nstdout: {result.stdout[:500]}\nstderr: {result.stderr[:500]}'
            self.assertEqual(result.returncode, status, told)
        return result

    def search(self, *arguments, status=0):
        return json.loads(self.expect(status, 'search', '--json', *arguments).stdout)

    def small_archive(self, *objects, name='small.kiosque'):
        path = self.folder / name
        self.expect(0, 'index', path, '-', stdin=jsonl(*objects or [article(1), article(2)]))
        return path
