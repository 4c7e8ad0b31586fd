story     Down, recovered and down again while no mail got through
why       Rule 5: the new alert takes in what the old incident still owes, so nobody is told things out of order.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail down
00:12  frigate sick
00:32  frigate well
01:12  frigate sick
01:37  mail fine
02:30  end

must      at most 1 alerts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is not done: connection refused
00:30  round ended with exit code 4
00:35  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
00:40  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:40  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
00:40  round ended with exit code 4
00:45  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
00:45  round ended with exit code 4
00:50  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
00:50  round ended with exit code 4
00:55  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
00:55  round ended with exit code 4
01:00  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
01:00  round ended with exit code 4
01:05  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
01:05  round ended with exit code 4
01:10  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
01:10  round ended with exit code 4
01:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
01:15  frigate-r4-20260101T001500Z-recovery-1 is not done: connection refused
01:15  round ended with exit code 4
01:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
01:20  frigate-r16-20260101T011500Z-alert-1 is not done: connection refused
01:20  round ended with exit code 4
01:25  frigate-r16-20260101T011500Z-alert-1 is not done: connection refused
01:25  round ended with exit code 4
01:30  frigate-r16-20260101T011500Z-alert-1 is not done: connection refused
01:30  round ended with exit code 4
01:35  frigate-r16-20260101T011500Z-alert-1 is not done: connection refused
01:35  round ended with exit code 4
01:40  mail: frigate: down
in all  1 mail, 0 restarts
