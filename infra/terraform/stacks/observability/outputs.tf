output "observability" {
  description = "Where metrics are written to, and whom alarms tell."
  value = {
    workspace_arn    = aws_prometheus_workspace.this.arn
    remote_write_url = "${aws_prometheus_workspace.this.prometheus_endpoint}api/v1/remote_write"
    grafana_url      = one([for workspace in aws_grafana_workspace.this : workspace.endpoint])
    topic_arn        = aws_sns_topic.alarms.arn
  }
}
