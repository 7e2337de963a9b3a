module "webhook" {
  source           = "../../modules/service"
  name             = "${local.name}-webhook"
  place            = local.place
  image            = var.images.backend
  size             = { cpu = var.services.webhook.cpu, memory = var.services.webhook.memory }
  tasks            = { min = var.services.webhook.min, max = var.services.webhook.max }
  port             = 7600
  health_command   = local.ready
  sidecars         = [local.collector]
  environment      = merge(local.environment, { GANGLION_ROLES = "webhook" })
  secrets          = local.secrets
  task_policy_json = data.aws_iam_policy_document.program.json
  log_days         = var.log_days

  metric = {
    namespace = "Ganglion/${var.environment}"
    name      = "ganglion_webhook_delay_seconds"
    target    = 10
  }
}
