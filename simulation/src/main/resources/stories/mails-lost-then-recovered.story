story     Nobody got the alert, and it is over
why       Rule 5: the one mail at the close tells both.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail loses mails
00:12  frigate sick
00:42  frigate well
00:43  mail fine
02:00  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is unclear: no answer after the final dot
00:30  round ended with exit code 4
00:35  round ended with exit code 4
00:40  round ended with exit code 4
00:45  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
00:45  round ended with exit code 4
00:50  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
00:50  mail: frigate: recovered
in all  1 mail, 0 restarts
