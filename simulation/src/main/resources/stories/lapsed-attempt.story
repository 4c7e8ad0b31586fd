story     An attempt is not made after its node was down for a round
why       The answer was lost, the node went down and came back: what was ordered before is only looked for.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  repairs lost
00:23  node still-fawn down
00:26  repairs fine
00:26  node still-fawn up
00:26  round by hand
00:40  end

must      no restart while its node is down

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is unclear: the answer was lost
00:20  mail: frigate: down
00:25  frigate-r4-20260101T001500Z-remediate-1 is unclear: the answer was lost
00:26  frigate-r4-20260101T001500Z-remediate-1 is not done: not found
00:35  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:35  restart of frigate (restart)
00:40  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
in all  1 mail, 1 restart
