story     The node falls between the decision and the act
why       F54: the precondition is read once more right before acting, and the attempt is returned.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  frigate sick
00:18  next round surprised by node still-fawn down before recheck
01:01  node still-fawn up
02:00  end

must      no restart while its node is down

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  round was surprised by node still-fawn down before recheck
00:20  frigate DEGRADED -> ALERTED -> REMEDIATING, repairing: restart, attempt 1
00:20  frigate-r4-20260101T001500Z-remediate-1 is not done: right before acting: node still-fawn is not Ready
00:20  mail: frigate: down
01:10  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 2
01:10  restart of frigate (restart)
01:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
01:20  mail: frigate: recovered
in all  2 mails, 1 restart
