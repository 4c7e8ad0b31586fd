story     A disruption budget is in the way
why       F69: not done, not charged, one try a round, and done when it may be.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:02  repairs answered 429
00:12  frigate sick
01:03  repairs fine
02:00  end

must      at most 1 restarts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is not done: 429 disruption budget
00:20  mail: frigate: down
00:30  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:30  frigate-r4-20260101T001500Z-remediate-2 is not done: 429 disruption budget
00:40  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 3
00:40  frigate-r4-20260101T001500Z-remediate-3 is not done: 429 disruption budget
00:50  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 4
00:50  frigate-r4-20260101T001500Z-remediate-4 is not done: 429 disruption budget
01:00  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 5
01:00  frigate-r4-20260101T001500Z-remediate-5 is not done: 429 disruption budget
01:10  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 6
01:10  restart of frigate (restart)
01:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:20  mail: frigate: recovered
in all  2 mails, 1 restart
