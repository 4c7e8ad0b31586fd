package dev.tocsin.runner.config;

/** A configuration that uses every key. */
final class Maximal {

  static final String YAML = """
      ledger: {file: state/ledger.json}
      interval: 2m
      parallelism: 4
      heartbeat: {url: "https://hc.example.org/${TOKEN}"}
      mail:
        from: tocsin@example.org
        to: [me@example.org, {name: oncall, address: pager@example.org}]
        smtp:
          host: smtp.example.org
          tls: starttls
          username: me
          passwordFile: smtp-secret
          caFile: ca.pem
      defaults:
        failuresToAlert: 3
        successesToClose: 3
        unknownsToAlert: 4
        flapping: {failures: 5, samples: 10}
        quietLimit: 2h
        remindEvery: 24h
        check: {timeout: 10s}
        remediation:
          attemptsPerIncident: 4
          attemptsPerWindow: 3
          window: 2h
          settle: 12m
          pause: 5m
          pauseLimit: 3h
          giveUpAfter: 90m
          trialAfter: 1d
      targets:
      - name: frigate
        failuresToAlert: 1
        check:
          http:
            url: http://frigate.cams:5000/api/stats
            timeout: 5s
            status: [200, 204]
            expect:
            - body.detectors.coral.inference_speed < 100.0
            - status == 200
            latency: 2s
            headers: {Authorization: "Bearer ${TOKEN}", X-Plain: "$${as it is}"}
            caFile: ca.pem
            bodyLimit: 64KiB
        preconditions:
        - name: the host answers
          tcp: still-fawn:22
        - tcp: {host: "::1", port: 22}
        - exec: [look, "", 5]
        - after: database
        remediation:
          steps:
          - {name: soft, exec: [./soft.sh], attempts: 2, settle: 5m}
          - exec: {command: [./hard.sh, frigate], timeout: 30s}
      - name: database
        check: {exec: {command: [pg_isready], timeout: 2s}}
      """;

  private Maximal() {}
}
