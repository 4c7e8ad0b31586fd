story     The mail server shows the certificate of another host
why       F28: nothing is sent in clear and nothing is forgotten; it is told when that is mended.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:02  mail bad tls
00:12  frigate sick
01:02  mail fine
02:00  end

must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:20  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
00:20  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:20  round ended with exit code 4
00:25  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:25  round ended with exit code 4
00:30  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:30  round ended with exit code 4
00:35  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:35  round ended with exit code 4
00:40  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:40  round ended with exit code 4
00:45  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:45  round ended with exit code 4
00:50  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:50  round ended with exit code 4
00:55  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
00:55  round ended with exit code 4
01:00  frigate-r4-20260101T001500Z-alert-1 is refused: the certificate is of another host
01:00  round ended with exit code 4
01:05  mail: frigate: down
in all  1 mail, 0 restarts
