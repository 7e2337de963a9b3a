# What has to stay as it was for years: ledgers and invoices as an operator exports them, and exports of tenants that leave.
module "archive" {
  source      = "../../modules/bucket"
  name        = "${local.name}-archive-${local.network.account_id}"
  kms_key_arn = module.data_key.arn
  lock_days   = var.archive.days
  lock_mode   = var.archive.mode
}

# What is handed out and gone after a while.
module "exports" {
  source      = "../../modules/bucket"
  name        = "${local.name}-exports-${local.network.account_id}"
  kms_key_arn = module.data_key.arn
  expire_days = 30
}
