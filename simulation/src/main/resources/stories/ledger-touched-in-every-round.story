story     Somebody touches the ledger during every round
why       F21: planned again on what is there, at most twice; then nothing is done in that round.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  ledger touched in every round
00:12  frigate sick
01:02  ledger fine
02:00  end

must      at most 1 alerts per day
must      at most 1 restarts per day

seen
00:05  round ended with exit code 3
00:05  round says: somebody else keeps writing the ledger
00:10  round ended with exit code 3
00:10  round says: somebody else keeps writing the ledger
00:15  round ended with exit code 3
00:15  round says: somebody else keeps writing the ledger
00:20  round ended with exit code 3
00:20  round says: somebody else keeps writing the ledger
00:25  round ended with exit code 3
00:25  round says: somebody else keeps writing the ledger
00:30  round ended with exit code 3
00:30  round says: somebody else keeps writing the ledger
00:35  round ended with exit code 3
00:35  round says: somebody else keeps writing the ledger
00:40  round ended with exit code 3
00:40  round says: somebody else keeps writing the ledger
00:45  round ended with exit code 3
00:45  round says: somebody else keeps writing the ledger
00:50  round ended with exit code 3
00:50  round says: somebody else keeps writing the ledger
00:55  round ended with exit code 3
00:55  round says: somebody else keeps writing the ledger
01:00  round ended with exit code 3
01:00  round says: somebody else keeps writing the ledger
01:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
01:05  round says: no round for more than three intervals: failures are counted afresh
01:10  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:10  mail: frigate: down
01:10  restart of frigate (restart)
01:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T010500Z is over
01:20  mail: frigate: recovered
in all  2 mails, 1 restart
