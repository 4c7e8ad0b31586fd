story     No answer from the place of the ledger
why       F12: no memory, no action; nothing is sent or restarted, and the round says why.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:13  ledger down
01:12  ledger fine
02:00  end

must      at most 1 alerts per day

seen
00:15  round ended with exit code 3
00:15  round says: no answer from the store
00:20  round ended with exit code 3
00:20  round says: no answer from the store
00:25  round ended with exit code 3
00:25  round says: no answer from the store
00:30  round ended with exit code 3
00:30  round says: no answer from the store
00:35  round ended with exit code 3
00:35  round says: no answer from the store
00:40  round ended with exit code 3
00:40  round says: no answer from the store
00:45  round ended with exit code 3
00:45  round says: no answer from the store
00:50  round ended with exit code 3
00:50  round says: no answer from the store
00:55  round ended with exit code 3
00:55  round says: no answer from the store
01:00  round ended with exit code 3
01:00  round says: no answer from the store
01:05  round ended with exit code 3
01:05  round says: no answer from the store
01:10  round ended with exit code 3
01:10  round says: no answer from the store
01:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
01:15  round says: no round for more than three intervals: failures are counted afresh
01:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:20  mail: frigate: down
01:20  restart of frigate (restart)
01:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T011500Z is over
01:30  mail: frigate: recovered
in all  2 mails, 1 restart
