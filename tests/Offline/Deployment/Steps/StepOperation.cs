namespace PartnerTrust.Deployment.Steps;

public enum StepOperation
{
    Same,
    Create,
    Update,
    Delete,

    /// <summary>The decision to replace; the creation and the deletion are steps of their own.</summary>
    Replace,
    CreateReplacement,
    DeleteReplaced,
    Read,
    ReadReplacement,

    /// <summary>A read that found something else than the state says.</summary>
    Refresh,
    Import,
    ImportReplacement,
}
