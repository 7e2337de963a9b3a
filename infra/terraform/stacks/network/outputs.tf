output "network" {
  description = "What the other stacks are built on."
  value = {
    account_id                      = data.aws_caller_identity.this.account_id
    vpc_id                          = aws_vpc.this.id
    cidr                            = var.cidr
    private_subnet_ids              = [for zone in local.zones : aws_subnet.private[zone].id]
    data_subnet_ids                 = [for zone in local.zones : aws_subnet.data[zone].id]
    zones                           = local.zones
    cluster_name                    = aws_ecs_cluster.this.name
    cluster_arn                     = aws_ecs_cluster.this.arn
    namespace_id                    = aws_service_discovery_private_dns_namespace.this.id
    namespace                       = aws_service_discovery_private_dns_namespace.this.name
    listener_arn                    = aws_lb_listener.https.arn
    load_balancer_suffix            = aws_lb.this.arn_suffix
    load_balancer_security_group_id = aws_security_group.load_balancer.id
    domain                          = var.domain
    identity_domain                 = var.identity_domain
    outward_addresses               = [for address in aws_eip.nat : address.public_ip]
  }
}
