locals {
  # Beside each program: reads its metrics, writes them to Prometheus, and those that scaling goes by to CloudWatch; takes its traces.
  collector = {
    name      = "collector"
    image     = var.images.collector
    essential = false
    command   = ["--config=env:COLLECTOR_CONFIG"]
    cpu       = 64
    memory    = 128
    environment = [
      { name = "COLLECTOR_CONFIG", value = file("${path.module}/../../../observability/collector/aws.yaml") },
      { name = "REMOTE_WRITE_URL", value = local.metrics.remote_write_url },
      { name = "AWS_REGION", value = var.region },
      { name = "ENVIRONMENT", value = var.environment },
    ]
  }

  proxy = {
    name         = "proxy"
    image        = var.images.proxy
    portMappings = [{ containerPort = 8080, protocol = "tcp" }]
    environment = [
      { name = "APP_PORT", value = "7600" },
      { name = "READY_PATH", value = "/q/health/ready" },
      { name = "READY_PORT", value = "7600" },
    ]
  }
}

# What each program may do in AWS: use the vault's master key, and say how it does.
data "aws_iam_policy_document" "program" {
  statement {
    sid       = "Vault"
    actions   = ["kms:Encrypt", "kms:Decrypt"]
    resources = [local.data.vault_key_arn]
  }

  statement {
    sid       = "Metrics"
    actions   = ["aps:RemoteWrite"]
    resources = [local.metrics.workspace_arn]
  }

  dynamic "statement" {
    for_each = var.traces_share > 0 ? ["Traces"] : []

    content {
      sid       = statement.value
      actions   = ["xray:PutTraceSegments"]
      resources = ["*"] # X-Ray knows no resources for it
    }
  }

  statement {
    sid       = "MetricsAsLogs"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:DescribeLogGroups", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:${var.region}:${local.network.account_id}:log-group:/ganglion/${local.name}-metrics:*"]
  }
}

resource "aws_cloudwatch_log_group" "metrics" {
  name              = "/ganglion/${local.name}-metrics"
  retention_in_days = 7
  kms_key_id        = local.data.data_key_arn
}
