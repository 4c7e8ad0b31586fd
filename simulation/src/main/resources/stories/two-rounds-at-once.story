story     Two rounds at once
why       F76: the one that wrote first does the work, the other does nothing.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  frigate sick
00:08  next round overlapped after look
01:00  end

must      at most 1 restarts per day

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  round was overlapped after look
00:10  round says: another round did the work
00:10  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:10  mail: frigate: down
00:10  restart of frigate (restart)
00:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T000500Z is over
00:20  mail: frigate: recovered
in all  2 mails, 1 restart
