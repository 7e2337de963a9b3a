# Any number may run: the lock of a tenant's chain keeps them apart.
module "sealer" {
  source           = "../../modules/service"
  name             = "${local.name}-sealer"
  place            = local.place
  image            = var.images.backend
  size             = { cpu = var.services.sealer.cpu, memory = var.services.sealer.memory }
  tasks            = { min = var.services.sealer.min, max = var.services.sealer.max }
  port             = 7600
  health_command   = local.ready
  sidecars         = [local.collector]
  environment      = merge(local.environment, { GANGLION_ROLES = "sealer" })
  secrets          = local.secrets
  task_policy_json = data.aws_iam_policy_document.program.json
  log_days         = var.log_days
}
