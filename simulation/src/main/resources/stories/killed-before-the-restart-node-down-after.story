story     Killed before the restart, and then the node goes down
why       F07: not found, and no longer right: it is dropped, and its charge returned.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  next round killed before remediate
00:22  node still-fawn down
01:21  node still-fawn up
02:30  end

must      no restart while its node is down

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was killed before remediate
00:20  mail: frigate: down
00:30  frigate-r4-20260101T001500Z-remediate-1 is not done: not found
00:30  mail: frigate: down
01:30  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
01:30  restart of frigate (restart)
01:35  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:40  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:40  mail: frigate: recovered
in all  3 mails, 1 restart
