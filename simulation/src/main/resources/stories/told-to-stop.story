story     SIGTERM in the middle of a round
why       F11: nothing begins after it, what was under way is written down, and the rest is done by the next round.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  next round told to stop before tell
01:00  end

must      told within 15 minutes

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was told to stop before tell
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is not done: stopped before it began
00:20  round ended with exit code 143
00:20  mail: frigate: down
00:30  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
00:30  restart of frigate (restart)
00:35  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
00:40  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:40  mail: frigate: recovered
in all  2 mails, 1 restart
