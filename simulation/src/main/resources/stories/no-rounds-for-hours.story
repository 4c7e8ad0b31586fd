story     No rounds for hours
why       F80: the gap is said, and nothing is confirmed by the first round after it.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  rounds stop
00:13  frigate sick
06:13  rounds come
07:00  end

must      at most 1 restarts per day

seen
06:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
06:15  round says: no round for more than three intervals: failures are counted afresh
06:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
06:20  mail: frigate: down
06:20  restart of frigate (restart)
06:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
06:30  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T061500Z is over
06:30  mail: frigate: recovered
in all  2 mails, 1 restart
