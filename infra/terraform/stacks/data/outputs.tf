output "data" {
  description = "What programs are told."
  value = {
    data_key_arn      = module.data_key.arn
    vault_key_arn     = module.vault_key.arn
    postgres_host     = aws_rds_cluster.this.endpoint
    postgres_cluster  = aws_rds_cluster.this.cluster_identifier
    postgres_admin    = aws_rds_cluster.this.master_username
    postgres_secret   = one(aws_rds_cluster.this.master_user_secret).secret_arn
    postgres_max_acu  = var.postgres.max_capacity
    valkey_group      = aws_elasticache_replication_group.this.replication_group_id
    secrets           = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
    repositories      = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
    archive_bucket    = module.archive.name
    exports_bucket    = module.exports.name
    backup_vault_name = aws_backup_vault.this.name
  }
}
