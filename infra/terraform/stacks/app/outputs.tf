output "app" {
  description = "Services by role, and what the load balancer reaches the API by."
  value = {
    services            = { api = module.api.name, worker = module.worker.name, webhook = module.webhook.name, sealer = module.sealer.name }
    target_group_suffix = aws_lb_target_group.this.arn_suffix
    url                 = "https://${local.network.domain}"
  }
}
