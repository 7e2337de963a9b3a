output "identity" {
  description = "What the backend is told of its provider."
  value = {
    issuer                   = "https://${local.network.identity_domain}/realms/ganglion"
    administration           = "http://keycloak.${local.network.namespace}:8081/admin/realms/ganglion"
    service_name             = module.keycloak.name
    target_group_suffix      = aws_lb_target_group.this.arn_suffix
    database_task_definition = aws_ecs_task_definition.database.family
  }
}
