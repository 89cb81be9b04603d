package org.trabecula.dicom;

/** Attributes that are spoken of often. Any other: {@link Tag#named}. */
public final class Tags {

    public static final Tag MEDIA_STORAGE_SOP_CLASS_UID = Tag.named("MediaStorageSOPClassUID");
    public static final Tag MEDIA_STORAGE_SOP_INSTANCE_UID = Tag.named("MediaStorageSOPInstanceUID");
    public static final Tag TRANSFER_SYNTAX_UID = Tag.named("TransferSyntaxUID");
    public static final Tag SPECIFIC_CHARACTER_SET = Tag.named("SpecificCharacterSet");
    public static final Tag IMAGE_TYPE = Tag.named("ImageType");
    public static final Tag SOP_CLASS_UID = Tag.named("SOPClassUID");
    public static final Tag SOP_INSTANCE_UID = Tag.named("SOPInstanceUID");
    public static final Tag STUDY_DATE = Tag.named("StudyDate");
    public static final Tag SERIES_DATE = Tag.named("SeriesDate");
    public static final Tag ACQUISITION_DATE = Tag.named("AcquisitionDate");
    public static final Tag CONTENT_DATE = Tag.named("ContentDate");
    public static final Tag STUDY_TIME = Tag.named("StudyTime");
    public static final Tag CONTENT_TIME = Tag.named("ContentTime");
    public static final Tag ACCESSION_NUMBER = Tag.named("AccessionNumber");
    public static final Tag MODALITY = Tag.named("Modality");
    public static final Tag CONVERSION_TYPE = Tag.named("ConversionType");
    public static final Tag MANUFACTURER = Tag.named("Manufacturer");
    public static final Tag MANUFACTURER_MODEL_NAME = Tag.named("ManufacturerModelName");
    public static final Tag INSTITUTION_NAME = Tag.named("InstitutionName");
    public static final Tag REFERRING_PHYSICIAN_NAME = Tag.named("ReferringPhysicianName");
    public static final Tag STUDY_DESCRIPTION = Tag.named("StudyDescription");
    public static final Tag SERIES_DESCRIPTION = Tag.named("SeriesDescription");
    public static final Tag CODE_VALUE = Tag.named("CodeValue");
    public static final Tag CODING_SCHEME_DESIGNATOR = Tag.named("CodingSchemeDesignator");
    public static final Tag CODE_MEANING = Tag.named("CodeMeaning");
    public static final Tag PATIENT_NAME = Tag.named("PatientName");
    public static final Tag PATIENT_ID = Tag.named("PatientID");
    public static final Tag PATIENT_BIRTH_DATE = Tag.named("PatientBirthDate");
    public static final Tag PATIENT_SEX = Tag.named("PatientSex");
    public static final Tag PATIENT_AGE = Tag.named("PatientAge");
    public static final Tag PATIENT_IDENTITY_REMOVED = Tag.named("PatientIdentityRemoved");
    public static final Tag DEIDENTIFICATION_METHOD = Tag.named("DeidentificationMethod");
    public static final Tag DEIDENTIFICATION_METHOD_CODE_SEQUENCE = Tag.named("DeidentificationMethodCodeSequence");
    public static final Tag BODY_PART_EXAMINED = Tag.named("BodyPartExamined");
    public static final Tag SLICE_THICKNESS = Tag.named("SliceThickness");
    public static final Tag KVP = Tag.named("KVP");
    public static final Tag CONVOLUTION_KERNEL = Tag.named("ConvolutionKernel");
    public static final Tag PATIENT_POSITION = Tag.named("PatientPosition");
    public static final Tag VIEW_POSITION = Tag.named("ViewPosition");
    public static final Tag STUDY_INSTANCE_UID = Tag.named("StudyInstanceUID");
    public static final Tag SERIES_INSTANCE_UID = Tag.named("SeriesInstanceUID");
    public static final Tag FRAME_OF_REFERENCE_UID = Tag.named("FrameOfReferenceUID");
    public static final Tag STUDY_ID = Tag.named("StudyID");
    public static final Tag SERIES_NUMBER = Tag.named("SeriesNumber");
    public static final Tag INSTANCE_NUMBER = Tag.named("InstanceNumber");
    public static final Tag IMAGE_POSITION_PATIENT = Tag.named("ImagePositionPatient");
    public static final Tag IMAGE_ORIENTATION_PATIENT = Tag.named("ImageOrientationPatient");
    public static final Tag SAMPLES_PER_PIXEL = Tag.named("SamplesPerPixel");
    public static final Tag PHOTOMETRIC_INTERPRETATION = Tag.named("PhotometricInterpretation");
    public static final Tag NUMBER_OF_FRAMES = Tag.named("NumberOfFrames");
    public static final Tag ROWS = Tag.named("Rows");
    public static final Tag COLUMNS = Tag.named("Columns");
    public static final Tag PIXEL_SPACING = Tag.named("PixelSpacing");
    public static final Tag PIXEL_SPACING_CALIBRATION_TYPE = Tag.named("PixelSpacingCalibrationType");
    public static final Tag BITS_ALLOCATED = Tag.named("BitsAllocated");
    public static final Tag BITS_STORED = Tag.named("BitsStored");
    public static final Tag HIGH_BIT = Tag.named("HighBit");
    public static final Tag PIXEL_REPRESENTATION = Tag.named("PixelRepresentation");
    public static final Tag BURNED_IN_ANNOTATION = Tag.named("BurnedInAnnotation");
    public static final Tag WINDOW_CENTER = Tag.named("WindowCenter");
    public static final Tag WINDOW_WIDTH = Tag.named("WindowWidth");
    public static final Tag RESCALE_INTERCEPT = Tag.named("RescaleIntercept");
    public static final Tag RESCALE_SLOPE = Tag.named("RescaleSlope");
    public static final Tag LOSSY_IMAGE_COMPRESSION = Tag.named("LossyImageCompression");
    public static final Tag DERIVATION_DESCRIPTION = Tag.named("DerivationDescription");
    public static final Tag LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED =
            Tag.named("LongitudinalTemporalInformationModified");
    public static final Tag EXTENDED_OFFSET_TABLE = Tag.named("ExtendedOffsetTable");
    public static final Tag EXTENDED_OFFSET_TABLE_LENGTHS = Tag.named("ExtendedOffsetTableLengths");
    public static final Tag PIXEL_DATA = Tag.named("PixelData");

    private Tags() {}
}
