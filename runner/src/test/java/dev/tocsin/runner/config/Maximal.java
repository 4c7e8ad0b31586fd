package dev.tocsin.runner.config;

/** Configurations that together use every key. */
final class Maximal {

  static final String YAML = """
      ledger: {file: state/ledger.json}
      interval: 2m
      parallelism: 4
      heartbeat: {url: "https://hc.example.org/${TOKEN}"}
      mail:
        from: tocsin@example.org
        to:
        - me@example.org
        - {name: oncall, address: pager@example.org, targets: [frig*, database], kinds: [alert, gaveUp]}
        untold: sightBack
        smtp:
          host: smtp.example.org
          tls: starttls
          username: me
          passwordFile: smtp-secret
          caFile: ca.pem
      isolation: {http: {url: "https://example.org/", timeout: 3s}}
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

  static final String IN_A_CLUSTER = """
      ledger:
        configMap:
          namespace: monitoring
          name: tocsin
          parts: 4
          migrateFrom: {namespace: cams, name: frigate-health-state, target: frigate}
      cluster: {kubeconfig: kubeconfig, context: home, installation: home/tocsin, drainGrace: 5m}
      isolation: {tcp: "1.1.1.1:53"}
      defaults:
        remediation: {attemptsPerIncident: 6}
      targets:
      - name: frigate
        check:
          http:
            service: cams/frigate:5000
            path: /api/stats?key=${TOKEN}
            scheme: https
            expect: status == 200
        workload: deployment/cams/frigate
        preconditions:
        - nodeReady: {for: 3m}
        - startupOver: {for: 4m}
        - untouched: {for: 30m}
        - tcp: {service: "cams/mqtt:1883"}
        without: [notCrashLooping, disruptionAllowed]
        remediation:
        - {evictPod: {attempts: 2}}
        - {name: one more, deletePod: {settle: 6m}}
        - {exec: [./restart.sh]}
        - {rolloutRestart: {name: all of them, attempts: 1, settle: 15m}}
      - name: mqtt
        workload: statefulset/cams/mqtt
        remediation: {evictPod: {}, attemptsPerIncident: 2}
      - name: agent
        check: {workload: daemonset/cams/agent}
      - name: still-fawn
        check: {node: still-fawn}
      - name: nas
        check: {tcp: "nas:445"}
        preconditions: [{nodeReady: {node: nas-node}}]
        remediation: {exec: [./wake.sh]}
      """;

  private Maximal() {}
}
