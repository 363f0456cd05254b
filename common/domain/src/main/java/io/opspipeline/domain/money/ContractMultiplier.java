package io.opspipeline.domain.money;

/// The number of shares a standard option contract stands for. This is the only place that says
/// 100.
public final class ContractMultiplier {

    /// Shares in a standard contract.
    public static final int STANDARD = 100;

    private ContractMultiplier() {}
}
