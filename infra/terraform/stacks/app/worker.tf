module "worker" {
  source           = "../../modules/service"
  name             = "${local.name}-worker"
  place            = local.place
  image            = var.images.backend
  size             = { cpu = var.services.worker.cpu, memory = var.services.worker.memory }
  tasks            = { min = var.services.worker.min, max = var.services.worker.max }
  port             = 7600
  health_command   = local.ready
  sidecars         = [local.collector]
  environment      = merge(local.environment, { GANGLION_ROLES = "worker" })
  secrets          = local.secrets
  task_policy_json = data.aws_iam_policy_document.program.json
  log_days         = var.log_days

  # a stopping worker hands over what its runs have under way
  stop_seconds = 60

  metric = {
    namespace = "Ganglion/${var.environment}"
    name      = "ganglion_run_queue_delay_seconds"
    target    = var.queue_delay_seconds
  }
}
