resource "aws_prometheus_workspace" "this" {
  alias       = local.name
  kms_key_arn = local.data.data_key_arn
}

# The same rules as a Prometheus of one's own has.
resource "aws_prometheus_rule_group_namespace" "this" {
  for_each     = fileset("${path.module}/../../../observability/prometheus/rules", "*.yaml")
  name         = trimsuffix(each.value, ".yaml")
  workspace_id = aws_prometheus_workspace.this.id
  data         = file("${path.module}/../../../observability/prometheus/rules/${each.value}")
}

resource "aws_prometheus_alert_manager_definition" "this" {
  workspace_id = aws_prometheus_workspace.this.id

  definition = <<-YAML
    alertmanager_config: |
      route:
        receiver: topic
        group_by: [alertname]
        group_wait: 30s
        group_interval: 5m
        repeat_interval: 4h
      receivers:
        - name: topic
          sns_configs:
            - topic_arn: ${aws_sns_topic.alarms.arn}
              subject: '{{ .CommonLabels.alertname }} (${var.environment})'
              sigv4:
                region: ${var.region}
  YAML
}
