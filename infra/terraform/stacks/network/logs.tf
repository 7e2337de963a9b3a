module "logs" {
  source      = "../../modules/bucket"
  name        = "${local.name}-logs-${data.aws_caller_identity.this.account_id}"
  expire_days = var.log_days
  policy_json = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "LoadBalancerWrites"
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::${local.name}-logs-${data.aws_caller_identity.this.account_id}/load-balancer/AWSLogs/${data.aws_caller_identity.this.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
    }
  }

  statement {
    sid       = "FlowLogsAreWritten"
    actions   = ["s3:PutObject", "s3:GetBucketAcl"]
    resources = ["arn:aws:s3:::${local.name}-logs-${data.aws_caller_identity.this.account_id}", "arn:aws:s3:::${local.name}-logs-${data.aws_caller_identity.this.account_id}/flow/*"]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}
