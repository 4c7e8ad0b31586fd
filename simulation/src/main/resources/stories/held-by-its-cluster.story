story     Held by something else of the cluster
why       F56, F58, F61, F63 to F67, F70, F73, F74, F83: paused, rolled out, no image, a human was faster: what holds is told, and waited for.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:03  frigate sick
00:04  frigate held
01:01  frigate free
02:00  end

must      no pointless restart
must      told within 15 minutes

seen
00:05  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:10  frigate DEGRADED -> ALERTED, not repaired: workload frigate is held
00:10  mail: frigate: down
01:10  frigate ALERTED -> REMEDIATING, repairing: restart, attempt 1
01:10  restart of frigate (restart)
01:15  frigate REMEDIATING -> RECOVERED, passing again, not yet trusted: 1 of 2
01:20  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r2-20260101T000500Z is over
01:20  mail: frigate: recovered
in all  2 mails, 1 restart
