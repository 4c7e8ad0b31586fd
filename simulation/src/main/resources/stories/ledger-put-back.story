story     A backup of the ledger is put back
why       F46: a closed incident does not come back with a restart, nor with a mail.

starts    2026-01-01 00:00
interval  5m
cluster   remembers
target    frigate on still-fawn

00:12  frigate sick
01:32  ledger restored
03:00  end

must      at most 1 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:30  mail: frigate: recovered
01:35  round says: no round for more than three intervals: failures are counted afresh
in all  2 mails, 1 restart
