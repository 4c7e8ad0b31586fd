story     The answer to a restart is lost
why       F26: it is read back, found, and counts from when that is known.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  repairs losing answers
00:12  frigate sick
00:22  repairs fine
01:30  end

must      at most 1 restarts per hour

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is unclear: the answer was lost
00:20  mail: frigate: down
00:20  restart of frigate (restart)
00:25  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:35  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:35  mail: frigate: recovered
in all  2 mails, 1 restart
