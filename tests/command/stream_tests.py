"""Pipes, signals, locks and terminals."""
import json
import re
import signal
import subprocess
import time

from harness import TIMEOUT, CommandTest, article, jsonl, kiosque, on_terminal, start


class StreamsAndSignals(CommandTest):
    def test_a_closed_pipe_ends_quietly(self):
        for command in (['export', self.archive], ['clean', self.articles]):
            process = start(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.readline()
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b'')
            process.stderr.close()
            self.assertEqual(process.wait(TIMEOUT), 0)

    def test_a_full_disk_is_told(self):
        with open('/dev/full', 'wb') as full:
            process = start('export', self.archive, stdout=full, stderr=subprocess.PIPE)
            message = process.communicate(timeout=TIMEOUT)[1]
        self.assertEqual(process.returncode, 4)
        self.assertIn(b'standard output', message)

    def test_a_locked_archive_is_3(self):
        archive = self.small_archive()
        writer = start('index', archive, '-', stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            end = time.monotonic() + TIMEOUT
            while True:  # until the other one holds the lock
                result = kiosque('delete', archive, 'nobody')
                if result.returncode == 3 or time.monotonic() > end:
                    break
                if writer.poll() is not None:  # it came while the other command held the lock
                    writer.communicate()
                    writer = start('index', archive, '-', stdin=subprocess.PIPE, stderr=subprocess.PIPE)
                time.sleep(0.02)
            self.assertEqual(result.returncode, 3)
            self.assertIn(str(archive), result.stderr)
            self.expect(3, 'index', archive, '-', stdin=jsonl(article(3)))
            self.assertEqual(self.search(archive)['total'], 2)  # reading goes on
        finally:
            writer.communicate(jsonl(article(4)), timeout=TIMEOUT)
        self.assertEqual(writer.returncode, 0)
        self.assertEqual(self.search(archive)['total'], 3)

    def test_a_signal_stops_and_keeps_what_was_read(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            archive = self.folder / f'{number}.kiosque'
            writer = start('index', archive, '-', stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            # A pipe holds 64 KiB and standard input is read in pieces: most of this has been read
            # when the last byte is in the pipe.
            body = 'Un long débat. ' * 60
            writer.stdin.write(jsonl(*[article(n, body=body) for n in range(500)]))
            writer.stdin.flush()
            time.sleep(0.2)
            writer.send_signal(number)
            self.assertEqual(writer.wait(TIMEOUT), 4)
            self.assertIn(b'stopped', writer.stderr.read())
            writer.stdin.close()
            writer.stderr.close()
            count = json.loads(self.expect(0, 'info', archive, '--json').stdout)['articles']
            self.assertGreater(count, 0)

    def test_colours_only_on_a_terminal_that_wants_them(self):
        search = ['search', self.archive, 'canicule', '--facet', 'tag', '--histogram', 'month']
        received, status = on_terminal(*search, columns=70)
        self.assertEqual(status, 0)
        self.assertIn('\x1b[1m', received)
        for env in ({'NO_COLOR': '1'}, {'TERM': 'dumb'}):
            plain, _ = on_terminal(*search, columns=70, **env)
            self.assertNotIn('\x1b', plain)
        without = re.sub(r'\x1b\[[0-9;]*m', '', received).replace('\r', '')
        self.assertLessEqual(max(map(len, without.splitlines())), 70)
        self.assertNotIn('\x1b', self.expect(0, *search).stdout)
        shown, _ = on_terminal('show', self.archive, self.corpus[0]['id'])
        self.assertIn('\n  "title"', shown.replace('\r', ''))

    def test_a_progress_bar_only_on_a_terminal(self):
        many = self.file('many.jsonl', jsonl(*[article(n) for n in range(2000)]))
        received, status = on_terminal('index', self.folder / 'a.kiosque', many)
        self.assertEqual(status, 0)
        self.assertRegex(received, r'\r\[.{20}\] +\d+ %  [\d,]+ articles?')
        self.assertIn('2,000 added', received)
        quiet = self.expect(0, 'index', self.folder / 'b.kiosque', many)
        self.assertEqual((quiet.stdout, len(quiet.stderr.splitlines())), ('', 1))
        self.assertNotIn('\r', quiet.stderr)
