story     Every write is done and its answer lost
why       F19: it is read back by its writer, so the round goes on as if it had been answered.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  ledger losing answers
00:12  frigate sick
01:00  ledger fine
01:30  end

must      at most 1 restarts per day

seen
00:05  round ended with exit code 3
00:05  round says: the answer was lost
00:10  round ended with exit code 3
00:10  round says: the answer was lost
00:15  round ended with exit code 3
00:15  round says: the answer was lost
00:20  round ended with exit code 3
00:20  round says: the answer was lost
00:25  round ended with exit code 3
00:25  round says: the answer was lost
00:30  round ended with exit code 3
00:30  round says: the answer was lost
00:35  round ended with exit code 3
00:35  round says: the answer was lost
00:40  round ended with exit code 3
00:40  round says: the answer was lost
00:45  round ended with exit code 3
00:45  round says: the answer was lost
00:50  round ended with exit code 3
00:50  round says: the answer was lost
00:55  round ended with exit code 3
00:55  round says: the answer was lost
01:00  restart of frigate (restart)
01:05  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:10  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:10  mail: frigate: recovered
in all  1 mail, 1 restart
