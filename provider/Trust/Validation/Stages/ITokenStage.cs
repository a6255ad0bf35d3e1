namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>One named rule of a receiver. A stage reads what earlier ones found and may rely on their having passed.</summary>
internal interface ITokenStage
{
    /// <summary>Stable camel-case name, shown in traces.</summary>
    string Name { get; }

    StageResult Check(TokenContext context);
}
